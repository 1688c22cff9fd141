ALTER TABLE "decisions" DROP CONSTRAINT "decisions_workspace_id_workspaces_workspace_id_fk";
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_workspace_id_customer_id_customers_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_workspace_id_journey_id_journeys_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "enrollments" DROP CONSTRAINT "enrollments_workspace_id_workspaces_workspace_id_fk";
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_workspace_id_workspaces_workspace_id_fk";
--> statement-breakpoint
ALTER TABLE "events" DROP CONSTRAINT "events_workspace_id_customer_id_customers_workspace_id_id_fk";
--> statement-breakpoint
ALTER TABLE "node_counts" DROP CONSTRAINT "node_counts_workspace_id_workspaces_workspace_id_fk";
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_workspace_id_workspaces_workspace_id_fk";
