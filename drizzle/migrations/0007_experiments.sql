CREATE TABLE "experiment_looks" (
	"workspace_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"phase" integer NOT NULL,
	"look" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"statistics" jsonb NOT NULL,
	"verdict" jsonb NOT NULL,
	CONSTRAINT "experiment_looks_workspace_id_experiment_id_phase_look_pk" PRIMARY KEY("workspace_id","experiment_id","phase","look")
);
--> statement-breakpoint
CREATE TABLE "experiment_phases" (
	"workspace_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"phase" integer NOT NULL,
	"state" text NOT NULL,
	"design" jsonb NOT NULL,
	"planned" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"next_look_at" timestamp with time zone,
	"outcome" jsonb,
	CONSTRAINT "experiment_phases_workspace_id_experiment_id_phase_pk" PRIMARY KEY("workspace_id","experiment_id","phase")
);
--> statement-breakpoint
CREATE TABLE "experiments" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"journey_id" text NOT NULL,
	"node_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "experiments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "exposures" (
	"workspace_id" text NOT NULL,
	"experiment_id" text NOT NULL,
	"phase" integer NOT NULL,
	"customer_id" text NOT NULL,
	"arm" text NOT NULL,
	"assigned_at" timestamp with time zone NOT NULL,
	"exposed_at" timestamp with time zone,
	"would_send" boolean DEFAULT false NOT NULL,
	CONSTRAINT "exposures_workspace_id_experiment_id_phase_customer_id_arm_pk" PRIMARY KEY("workspace_id","experiment_id","phase","customer_id","arm")
);
--> statement-breakpoint
ALTER TABLE "experiment_looks" ADD CONSTRAINT "experiment_looks_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_looks" ADD CONSTRAINT "experiment_looks_workspace_id_experiment_id_experiments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","experiment_id") REFERENCES "public"."experiments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_phases" ADD CONSTRAINT "experiment_phases_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment_phases" ADD CONSTRAINT "experiment_phases_workspace_id_experiment_id_experiments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","experiment_id") REFERENCES "public"."experiments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiments" ADD CONSTRAINT "experiments_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "experiment_phases_due" ON "experiment_phases" USING btree ("next_look_at") WHERE next_look_at is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "experiments_node" ON "experiments" USING btree ("workspace_id","journey_id","node_id");--> statement-breakpoint
CREATE INDEX "exposures_customer" ON "exposures" USING btree ("workspace_id","customer_id");
--> statement-breakpoint
SELECT protect_table(name) FROM unnest(ARRAY['experiments', 'experiment_phases', 'exposures', 'experiment_looks']::regclass[]) AS name;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON experiment_looks FROM throughline_app;
