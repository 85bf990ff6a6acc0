import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** Of a single-tenant app registration. */
export interface Credentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
}

/** Addresses of whoever issues tokens. */
export interface Authority {
  /** The OpenID metadata with the keys of the callers' tokens. */
  readonly openIdMetadata: string;
}

/** Checks the tokens of callers and gets the bot's own. Without credentials nobody is checked: the endpoint lets only this machine in. */
export function authenticationFor(
  credentials: Credentials | null,
  authority: Authority | undefined,
): ConfigurationBotFrameworkAuthentication {
  return new ConfigurationBotFrameworkAuthentication(credentials ? singleTenant(credentials, authority) : {});
}

function singleTenant({ appId, appPassword, tenantId }: Credentials, authority: Authority | undefined): Record<string, string> {
  return {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
    ...(authority ? { ToBotFromChannelOpenIdMetadataUrl: authority.openIdMetadata } : {}),
  };
}
