CREATE TABLE "erased_identifiers" (
	"workspace_id" text NOT NULL,
	"hash" text NOT NULL,
	"erasure_id" text NOT NULL,
	"refused" integer DEFAULT 0 NOT NULL,
	"last_refused_at" timestamp with time zone,
	CONSTRAINT "erased_identifiers_workspace_id_hash_pk" PRIMARY KEY("workspace_id","hash")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"customer_id" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"removed" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "erasures_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "product_tell_people" (
	"workspace_id" text NOT NULL,
	"tell_id" text NOT NULL,
	"customer_id" text NOT NULL,
	CONSTRAINT "product_tell_people_workspace_id_tell_id_customer_id_pk" PRIMARY KEY("workspace_id","tell_id","customer_id")
);
--> statement-breakpoint
CREATE TABLE "product_tells" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"record" text NOT NULL,
	"rules" jsonb NOT NULL,
	"step" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "product_tells_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "erased_identifiers" ADD CONSTRAINT "erased_identifiers_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erased_identifiers" ADD CONSTRAINT "erased_identifiers_workspace_id_erasure_id_erasures_workspace_id_id_fk" FOREIGN KEY ("workspace_id","erasure_id") REFERENCES "public"."erasures"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasures" ADD CONSTRAINT "erasures_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_tells" ADD CONSTRAINT "product_tells_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "erased_identifiers_erasure" ON "erased_identifiers" USING btree ("workspace_id","erasure_id");--> statement-breakpoint
CREATE UNIQUE INDEX "erasures_customer" ON "erasures" USING btree ("workspace_id","customer_id");--> statement-breakpoint
CREATE INDEX "erasures_newest" ON "erasures" USING btree ("workspace_id","requested_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "erasures_open" ON "erasures" USING btree ("requested_at") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "product_tells_oldest" ON "product_tells" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "journey_move_rows_enrollment" ON "journey_move_rows" USING btree ("workspace_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "tasks_enrollment" ON "tasks" USING btree ("workspace_id","enrollment_id");--> statement-breakpoint
SELECT protect_table(name) FROM unnest(ARRAY['product_tells', 'product_tell_people', 'erasures', 'erased_identifiers']::regclass[]) AS name;
