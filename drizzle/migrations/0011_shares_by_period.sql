ALTER TABLE "experiment_phases" ADD COLUMN "periods" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "exposures" ADD COLUMN "period" integer DEFAULT 1 NOT NULL;