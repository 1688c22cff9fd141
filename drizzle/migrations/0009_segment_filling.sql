ALTER TABLE "segments" ADD COLUMN "fill_step" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "fill_round" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "segments" ADD COLUMN "includes_new" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "segments_filling" ON "segments" USING btree ("updated_at") WHERE fill_lane < 16;