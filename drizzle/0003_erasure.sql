-- A submitted content never changes, but for one thing: its referent may be forgotten, by the function below and no
-- other way, and only for the empty referent. Its hash follows, so that content and hash still agree.
CREATE OR REPLACE FUNCTION offer_revision_is_immutable() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('portal.erased_revision', true) = OLD.id::text
     AND NEW.content = jsonb_set(OLD.content, '{referent}', '{"name": "", "function": "", "phone": "", "email": ""}')
     AND (OLD.offer_id, OLD.number, OLD.minor, OLD.submitted_by, OLD.submitted_at)
         IS NOT DISTINCT FROM
         (NEW.offer_id, NEW.number, NEW.minor, NEW.submitted_by, NEW.submitted_at) THEN
    RETURN NEW;
  END IF;
  IF (OLD.offer_id, OLD.number, OLD.content, OLD.content_hash, OLD.minor, OLD.submitted_by, OLD.submitted_at)
     IS DISTINCT FROM
     (NEW.offer_id, NEW.number, NEW.content, NEW.content_hash, NEW.minor, NEW.submitted_by, NEW.submitted_at) THEN
    RAISE EXCEPTION 'offer_revision % is immutable', OLD.id;
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION forget_referent_of_revision(revision uuid, new_hash text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  PERFORM set_config('portal.erased_revision', revision::text, true);
  UPDATE offer_revision
  SET content = jsonb_set(content, '{referent}', '{"name": "", "function": "", "phone": "", "email": ""}'), content_hash = new_hash
  WHERE id = revision;
  PERFORM set_config('portal.erased_revision', '', true);
END $$;
