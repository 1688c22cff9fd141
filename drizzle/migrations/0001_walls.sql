-- Row-level security, the second wall between workspaces. The server's transactions run as throughline_app, which owns
-- nothing; without `app.workspace` it sees no row. The owner keeps a policy of its own for work before a workspace is known.
DO $$
BEGIN
  CREATE ROLE throughline_app NOLOGIN;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL; -- roles belong to the whole server: another database of ours made it
END $$;
--> statement-breakpoint
DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'throughline_app', 'MEMBER') THEN
    EXECUTE format('GRANT throughline_app TO %I', current_user);
  END IF;
END $$;
--> statement-breakpoint
DO $$
BEGIN
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO throughline_app', current_schema());
END $$;
--> statement-breakpoint
CREATE FUNCTION protect_table(name regclass) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
  EXECUTE format('CREATE POLICY workspace ON %s TO throughline_app
    USING (workspace_id = (SELECT current_setting(''app.workspace'', true)))
    WITH CHECK (workspace_id = (SELECT current_setting(''app.workspace'', true)))', name);
  EXECUTE format('CREATE POLICY owner ON %s TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO throughline_app', name);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION protect_table(regclass) FROM PUBLIC;
--> statement-breakpoint
SELECT protect_table(format('%I.%I', schemaname, tablename)::regclass) FROM pg_tables WHERE schemaname = current_schema();
--> statement-breakpoint
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO throughline_app;
--> statement-breakpoint
-- Facts and logs are only ever appended: the application may not rewrite them, except for whom they belong to after a merge.
REVOKE UPDATE, DELETE ON events, decisions, consents, audit_log, journey_versions FROM throughline_app;
--> statement-breakpoint
GRANT UPDATE (customer_id, lane, seq) ON events TO throughline_app;
--> statement-breakpoint
GRANT UPDATE (customer_id) ON decisions, consents TO throughline_app;
