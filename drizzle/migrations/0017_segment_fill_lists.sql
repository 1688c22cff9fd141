-- What was found out so far is in the old shape: whoever is filling begins anew.
DELETE FROM "segment_fills";--> statement-breakpoint
UPDATE "segments" SET "fill_lane" = 0, "fill_step" = 0, "fill_round" = "fill_round" + 1 WHERE "fill_lane" < 16;--> statement-breakpoint
ALTER TABLE "segment_fills" ADD COLUMN "customer_ids" text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "segment_fills" ADD COLUMN "due_ats" timestamp with time zone[];--> statement-breakpoint
ALTER TABLE "segment_fills" DROP COLUMN "customer_id";--> statement-breakpoint
ALTER TABLE "segment_fills" DROP COLUMN "due_at";--> statement-breakpoint
-- Read once and thrown away: pressing them together costs more than it saves.
ALTER TABLE "segment_fills" ALTER COLUMN "customer_ids" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "segment_fills" ALTER COLUMN "due_ats" SET STORAGE EXTERNAL;
