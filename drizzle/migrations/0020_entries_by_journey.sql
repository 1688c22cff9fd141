DROP INDEX "enrollments_customer";--> statement-breakpoint
CREATE INDEX "enrollments_customer" ON "enrollments" USING btree ("workspace_id","customer_id","journey_id");