CREATE TABLE "appointments" (
	"workspace_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"node_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"lane" smallint NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"occasion" text NOT NULL,
	CONSTRAINT "appointments_workspace_id_customer_id_journey_id_node_id_pk" PRIMARY KEY("workspace_id","customer_id","journey_id","node_id")
);
--> statement-breakpoint
CREATE TABLE "coupon_pools" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"pattern" text,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coupon_pools_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"workspace_id" text NOT NULL,
	"pool_id" text NOT NULL,
	"code" text NOT NULL,
	"key" text,
	"customer_id" text,
	"issued_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "coupons_workspace_id_pool_id_code_pk" PRIMARY KEY("workspace_id","pool_id","code")
);
--> statement-breakpoint
CREATE TABLE "entry_list_rows" (
	"workspace_id" text NOT NULL,
	"list_id" text NOT NULL,
	"position" integer NOT NULL,
	"person" text NOT NULL,
	"properties" jsonb NOT NULL,
	CONSTRAINT "entry_list_rows_workspace_id_list_id_position_pk" PRIMARY KEY("workspace_id","list_id","position")
);
--> statement-breakpoint
CREATE TABLE "entry_lists" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"journey_id" text NOT NULL,
	"node_id" text NOT NULL,
	"name" text NOT NULL,
	"total" integer NOT NULL,
	"worked" integer DEFAULT 0 NOT NULL,
	"unknown" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "entry_lists_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_move_rows" (
	"workspace_id" text NOT NULL,
	"move_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	CONSTRAINT "journey_move_rows_workspace_id_move_id_enrollment_id_pk" PRIMARY KEY("workspace_id","move_id","enrollment_id")
);
--> statement-breakpoint
CREATE TABLE "journey_moves" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"journey_id" text NOT NULL,
	"to_version" integer NOT NULL,
	"plan" jsonb NOT NULL,
	"counts" jsonb NOT NULL,
	"by" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"undone_at" timestamp with time zone,
	CONSTRAINT "journey_moves_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_spans" (
	"workspace_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"revision" bigint NOT NULL,
	"state" text NOT NULL,
	"version" integer,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "journey_spans_workspace_id_journey_id_revision_pk" PRIMARY KEY("workspace_id","journey_id","revision")
);
--> statement-breakpoint
CREATE TABLE "journey_tests" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"journey_id" text NOT NULL,
	"name" text NOT NULL,
	"test" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "journey_tests_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "lane_revisions" (
	"workspace_id" text NOT NULL,
	"lane" smallint NOT NULL,
	"after_seq" bigint NOT NULL,
	"revision" bigint NOT NULL,
	CONSTRAINT "lane_revisions_workspace_id_lane_revision_pk" PRIMARY KEY("workspace_id","lane","revision")
);
--> statement-breakpoint
CREATE TABLE "product_changes" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"sku" text NOT NULL,
	"kind" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"handled_at" timestamp with time zone,
	CONSTRAINT "product_changes_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment_members" (
	"workspace_id" text NOT NULL,
	"segment_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_members_workspace_id_customer_id_segment_id_pk" PRIMARY KEY("workspace_id","customer_id","segment_id")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "segments_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "sweeps" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"journey_id" text NOT NULL,
	"version" integer NOT NULL,
	"node_id" text NOT NULL,
	"occasion" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"cursor" text DEFAULT '' NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "sweeps_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"key" text NOT NULL,
	"team" text NOT NULL,
	"title" text NOT NULL,
	"note" text NOT NULL,
	"customer_id" text NOT NULL,
	"journey_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"node_id" text NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" text,
	CONSTRAINT "tasks_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
DROP INDEX "messages_customer";--> statement-breakpoint
ALTER TABLE "trigger_rules" ALTER COLUMN "node_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "saved" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "arrived_at" timestamp with time zone;--> statement-breakpoint
UPDATE "enrollments" SET "arrived_at" = "entered_at";--> statement-breakpoint
ALTER TABLE "enrollments" ALTER COLUMN "arrived_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "enrollments" ADD COLUMN "converted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "journey_versions" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "priority" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "journeys" ADD COLUMN "paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "kind" text DEFAULT 'marketing' NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "category" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "priority" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "trigger_rules" ADD COLUMN "on" text DEFAULT 'event' NOT NULL;--> statement-breakpoint
ALTER TABLE "workspaces" ADD COLUMN "delivery_policy" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appointments" ADD CONSTRAINT "appointments_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_pools" ADD CONSTRAINT "coupon_pools_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_workspace_id_pool_id_coupon_pools_workspace_id_id_fk" FOREIGN KEY ("workspace_id","pool_id") REFERENCES "public"."coupon_pools"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_list_rows" ADD CONSTRAINT "entry_list_rows_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_list_rows" ADD CONSTRAINT "entry_list_rows_workspace_id_list_id_entry_lists_workspace_id_id_fk" FOREIGN KEY ("workspace_id","list_id") REFERENCES "public"."entry_lists"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_lists" ADD CONSTRAINT "entry_lists_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "entry_lists" ADD CONSTRAINT "entry_lists_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_move_rows" ADD CONSTRAINT "journey_move_rows_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_move_rows" ADD CONSTRAINT "journey_move_rows_workspace_id_move_id_journey_moves_workspace_id_id_fk" FOREIGN KEY ("workspace_id","move_id") REFERENCES "public"."journey_moves"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_move_rows" ADD CONSTRAINT "journey_move_rows_workspace_id_enrollment_id_enrollments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","enrollment_id") REFERENCES "public"."enrollments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_moves" ADD CONSTRAINT "journey_moves_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_moves" ADD CONSTRAINT "journey_moves_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_spans" ADD CONSTRAINT "journey_spans_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_spans" ADD CONSTRAINT "journey_spans_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_tests" ADD CONSTRAINT "journey_tests_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "journey_tests" ADD CONSTRAINT "journey_tests_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lane_revisions" ADD CONSTRAINT "lane_revisions_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product_changes" ADD CONSTRAINT "product_changes_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_members" ADD CONSTRAINT "segment_members_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_members" ADD CONSTRAINT "segment_members_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segment_members" ADD CONSTRAINT "segment_members_workspace_id_segment_id_segments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","segment_id") REFERENCES "public"."segments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "segments" ADD CONSTRAINT "segments_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sweeps" ADD CONSTRAINT "sweeps_workspace_id_journey_id_journeys_workspace_id_id_fk" FOREIGN KEY ("workspace_id","journey_id") REFERENCES "public"."journeys"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_workspaces_workspace_id_fk" FOREIGN KEY ("workspace_id") REFERENCES "public"."workspaces"("workspace_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_customer_id_customers_workspace_id_id_fk" FOREIGN KEY ("workspace_id","customer_id") REFERENCES "public"."customers"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_workspace_id_enrollment_id_enrollments_workspace_id_id_fk" FOREIGN KEY ("workspace_id","enrollment_id") REFERENCES "public"."enrollments"("workspace_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appointments_due" ON "appointments" USING btree ("workspace_id","lane","due_at");--> statement-breakpoint
CREATE INDEX "appointments_journey" ON "appointments" USING btree ("workspace_id","journey_id","node_id");--> statement-breakpoint
CREATE UNIQUE INDEX "coupons_key" ON "coupons" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "coupons_free" ON "coupons" USING btree ("workspace_id","pool_id") WHERE key is null;--> statement-breakpoint
CREATE INDEX "coupons_customer" ON "coupons" USING btree ("workspace_id","customer_id");--> statement-breakpoint
CREATE INDEX "journey_moves_journey" ON "journey_moves" USING btree ("workspace_id","journey_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "journey_tests_journey" ON "journey_tests" USING btree ("workspace_id","journey_id","created_at");--> statement-breakpoint
CREATE INDEX "product_changes_open" ON "product_changes" USING btree ("workspace_id","at") WHERE handled_at is null;--> statement-breakpoint
CREATE INDEX "segment_members_segment" ON "segment_members" USING btree ("workspace_id","segment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sweeps_once" ON "sweeps" USING btree ("workspace_id","journey_id","version","node_id","occasion");--> statement-breakpoint
CREATE INDEX "sweeps_open" ON "sweeps" USING btree ("starts_at") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_key" ON "tasks" USING btree ("workspace_id","key");--> statement-breakpoint
CREATE INDEX "tasks_newest" ON "tasks" USING btree ("workspace_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tasks_customer" ON "tasks" USING btree ("workspace_id","customer_id");--> statement-breakpoint
CREATE INDEX "enrollments_entered" ON "enrollments" USING btree ("workspace_id","journey_id","entered_at");--> statement-breakpoint
CREATE INDEX "messages_customer" ON "messages" USING btree ("workspace_id","customer_id","created_at");
--> statement-breakpoint
SELECT protect_table(name) FROM unnest(ARRAY['appointments', 'coupon_pools', 'coupons', 'entry_list_rows', 'entry_lists', 'journey_move_rows', 'journey_moves', 'journey_spans', 'journey_tests', 'lane_revisions', 'product_changes', 'segment_members', 'segments', 'sweeps', 'tasks']::regclass[]) AS name;
--> statement-breakpoint
REVOKE UPDATE, DELETE ON journey_spans, lane_revisions FROM throughline_app;
