CREATE TABLE "holdout_spans" (
	"workspace_id" text NOT NULL,
	"span" integer NOT NULL,
	"draw" integer NOT NULL,
	"percent" smallint NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "holdout_spans_workspace_id_span_pk" PRIMARY KEY("workspace_id","span")
);
--> statement-breakpoint
ALTER TABLE "experiment_phases" ADD COLUMN "seen_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "holdout_spans" ADD CONSTRAINT "holdout_spans_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "holdout_spans_open" ON "holdout_spans" USING btree ("workspace_id") WHERE ended_at is null;--> statement-breakpoint
INSERT INTO holdout_spans (workspace_id, span, draw, percent, started_at)
SELECT workspace_id, 1, 1, (delivery_policy ->> 'holdoutPercent')::int, now() FROM workspaces
WHERE (delivery_policy ->> 'holdoutPercent')::int > 0;
--> statement-breakpoint
SELECT protect_table('holdout_spans');
--> statement-breakpoint
UPDATE experiment_phases SET seen_at = now() WHERE outcome IS NOT NULL;
