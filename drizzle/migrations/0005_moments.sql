CREATE SEQUENCE "public"."moment_order" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "moments" (
	"workspace_id" text NOT NULL,
	"moment_seq" bigint DEFAULT nextval('moment_order') NOT NULL,
	"customer_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"version" integer NOT NULL,
	"enrollment_id" text,
	"at" timestamp with time zone NOT NULL,
	"steps" jsonb NOT NULL,
	CONSTRAINT "moments_workspace_id_moment_seq_pk" PRIMARY KEY("workspace_id","moment_seq")
);
--> statement-breakpoint
-- The old rows become moments, those of one passage at one moment together and all in their old order. Sequence numbers of
-- moments start behind theirs.
INSERT INTO "moments" ("workspace_id", "moment_seq", "customer_id", "journey_id", "version", "enrollment_id", "at", "steps")
SELECT workspace_id, min(seq), customer_id, journey_id, version, enrollment_id, at,
	jsonb_agg(jsonb_build_array(node_id, code, inputs) ORDER BY seq)
FROM "decisions"
GROUP BY workspace_id, customer_id, journey_id, version, enrollment_id, at, CASE WHEN enrollment_id IS NULL THEN seq END;
--> statement-breakpoint
SELECT setval('moment_order', (SELECT coalesce(max(seq), 0) + 1 FROM "decisions"), false);
--> statement-breakpoint
DROP TABLE "decisions";
--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_workspace_id_customer_id_customers_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_workspace_id_journey_id_version_journey_versions_workspace_id_journey_id_version_fk";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_workspace_id_customer_id_customers_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_workspace_id_enrollment_id_enrollments_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "moment_seq" bigint DEFAULT nextval('moment_order') NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "trail_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "trail" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "moments_customer" ON "moments" USING btree ("workspace_id","customer_id","moment_seq");--> statement-breakpoint
CREATE INDEX "moments_journey" ON "moments" USING btree ("workspace_id","journey_id","moment_seq");
--> statement-breakpoint
SELECT protect_table('moments');
--> statement-breakpoint
GRANT USAGE ON SEQUENCE moment_order TO throughline_app;
--> statement-breakpoint
-- The trail is only ever appended to: nobody rewrites it, except for whom it belongs to after a merge.
REVOKE UPDATE, DELETE ON moments, enrollments FROM throughline_app;
--> statement-breakpoint
GRANT UPDATE (customer_id) ON moments TO throughline_app;
--> statement-breakpoint
GRANT UPDATE (customer_id, lane, version, status, node_id, visits, saved, arrived_at, converted_at, wake_at, ended_at, end_reason)
	ON enrollments TO throughline_app;
--> statement-breakpoint
CREATE VIEW decisions WITH (security_invoker = true) AS
SELECT m.workspace_id, m.moment_seq * 4096 + step.place AS seq, m.customer_id, m.journey_id, m.version, m.enrollment_id,
	step.value ->> 0 AS node_id, step.value ->> 1 AS code, step.value -> 2 AS inputs, m.at
FROM moments m CROSS JOIN LATERAL jsonb_array_elements(m.steps) WITH ORDINALITY AS step (value, place)
UNION ALL
SELECT n.workspace_id, n.moment_seq * 4096 + step.place, n.customer_id, n.journey_id, n.trail_version, n.id,
	step.value ->> 0, step.value ->> 1, step.value -> 2, n.entered_at
FROM enrollments n CROSS JOIN LATERAL jsonb_array_elements(n.trail) WITH ORDINALITY AS step (value, place);
--> statement-breakpoint
GRANT SELECT ON decisions TO throughline_app;
