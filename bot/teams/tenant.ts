/** The part of an activity that tells the tenant it comes from. */
interface TenantFields {
  readonly channelId: string;
  readonly conversation: { readonly id: string; readonly tenantId?: unknown };
  readonly channelData?: unknown;
}

/**
 * Whether an activity comes from this tenant (its directory id). Teams names the tenant in one place or in two, and all must agree;
 * other channels (Web Chat, the emulator) name none.
 */
export function isOfTenant({ channelId, conversation, channelData }: TenantFields, tenantId: string): boolean {
  const named = [conversation.tenantId, tenantIn(channelData)].filter((id) => id !== undefined && id !== null);
  if (named.length === 0) return channelId !== 'msteams';
  return named.every((id) => typeof id === 'string' && id.toLowerCase() === tenantId.toLowerCase());
}

function tenantIn(channelData: unknown): unknown {
  const data = channelData as { tenant?: { id?: unknown } | null } | null | undefined;
  return data?.tenant?.id;
}
