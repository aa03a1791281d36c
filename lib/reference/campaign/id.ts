/** A campaign is a year; the audit log names objects by UUID. */
export function campaignAuditId(year: number): string {
  return `00000000-0000-4000-8000-${String(year).padStart(12, "0")}`;
}
