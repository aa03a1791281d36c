CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
CREATE TEXT SEARCH CONFIGURATION french_unaccent (COPY = french);
--> statement-breakpoint
ALTER TEXT SEARCH CONFIGURATION french_unaccent ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
--> statement-breakpoint
-- A submitted content never changes: only its decision does.
CREATE FUNCTION offer_revision_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.offer_id, OLD.number, OLD.content, OLD.content_hash, OLD.minor, OLD.submitted_by, OLD.submitted_at)
     IS DISTINCT FROM
     (NEW.offer_id, NEW.number, NEW.content, NEW.content_hash, NEW.minor, NEW.submitted_by, NEW.submitted_at) THEN
    RAISE EXCEPTION 'offer_revision % is immutable', OLD.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER offer_revision_immutable BEFORE UPDATE ON offer_revision FOR EACH ROW EXECUTE FUNCTION offer_revision_is_immutable();
--> statement-breakpoint
-- The audit log only grows; what is older than twelve months may be purged.
CREATE FUNCTION audit_entry_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.at < now() - interval '12 months' THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'audit_entry only grows';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION audit_entry_only_grows();
