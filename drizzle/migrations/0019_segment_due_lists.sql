CREATE TABLE "segment_due_lists" (
	"workspace_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"lane" smallint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"customer_ids" text[] NOT NULL,
	"due_ats" timestamp with time zone[] NOT NULL
);
--> statement-breakpoint
CREATE INDEX "segment_due_lists_due" ON "segment_due_lists" USING btree ("workspace_id","lane","due_at");--> statement-breakpoint
SELECT protect_table('segment_due_lists');--> statement-breakpoint
-- Read once and thrown away: pressing them together costs more than it saves.
ALTER TABLE "segment_due_lists" ALTER COLUMN "customer_ids" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "segment_due_lists" ALTER COLUMN "due_ats" SET STORAGE EXTERNAL;
