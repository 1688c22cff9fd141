ALTER TABLE "erased_identifiers" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "erasures" DISABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP TABLE "erased_identifiers" CASCADE;--> statement-breakpoint
DROP TABLE "erasures" CASCADE;--> statement-breakpoint
DROP INDEX "journey_move_rows_enrollment";--> statement-breakpoint
DROP INDEX "product_tells_oldest";--> statement-breakpoint
DROP INDEX "tasks_enrollment";--> statement-breakpoint
ALTER TABLE "experiment_phases" DROP COLUMN "seen_at";