// Covers: app/espace/ app/admin/ app/globals.css app/tokens.css components/
import { judgeGroups } from "../e2e/accessibility";

judgeGroups(["offeror", "moderator"]);
