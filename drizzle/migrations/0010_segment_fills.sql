CREATE TABLE "segment_fills" (
	"workspace_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"lane" smallint NOT NULL,
	"customer_id" text NOT NULL,
	"change" smallint NOT NULL,
	"due_at" timestamp with time zone
);
--> statement-breakpoint
CREATE INDEX "segment_fills_lane" ON "segment_fills" USING btree ("workspace_id","segment_id","lane");--> statement-breakpoint
SELECT protect_table('segment_fills');
