import { type Activity, CallerIdConstants, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type AuthenticateRequestResult, AuthenticationConstants, AuthenticationError } from 'botframework-connector';
import { ToBotFromBotOrEmulatorTokenValidationParameters } from 'botframework-connector/lib/auth/tokenValidationParameters.js';
import { inTime } from './in-time.js';

/** Of a single-tenant app registration. */
export interface Credentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly tenantId: string;
}

/** Whoever issues the tokens of callers. */
export interface Authority {
  /** Address of the OpenID metadata with the keys of the callers' tokens, those of channels and of emulators. */
  readonly openIdMetadata: string;
  /** How long getting the keys may take; ms. */
  readonly patience?: number;
}

/** What a caller is told who was not let in. */
export interface Refusal {
  readonly status: 401 | 503;
  readonly body: { readonly error: string };
}

/** With the sending of a reply this fits into what a channel waits for an answer; ms. */
const PATIENCE = 3000;

/**
 * Checks the tokens of callers and gets the bot's own. Without credentials nobody is checked: the endpoint lets only this machine in.
 * `authenticateRequest` rejects where the token is not valid or could not be checked in time; `refusalOf` tells which.
 */
export function authenticationFor(
  credentials: Credentials | null,
  authority: Authority | undefined,
): ConfigurationBotFrameworkAuthentication {
  if (!credentials) return new ConfigurationBotFrameworkAuthentication({});
  return new BoundedAuthentication(singleTenant(credentials, authority), authority?.patience ?? PATIENCE);
}

/** What to answer where `authenticateRequest` rejected. Says nothing of the token, the keys or where they come from. */
export function refusalOf(error: unknown): Refusal {
  const { name, statusCode = 0 } = (error ?? {}) as { name?: string; statusCode?: number };
  if (name === 'FetchError' || statusCode >= 500)
    return { status: 503, body: { error: 'The token of the Bot Framework cannot be checked now. Try again later.' } };
  return { status: 401, body: { error: 'The token of the Bot Framework is missing or not valid for this bot.' } };
}

/** The SDK alone waits for the keys without end, and remembers every tenant that anybody names in a made-up token. */
class BoundedAuthentication extends ConfigurationBotFrameworkAuthentication {
  constructor(
    options: Record<string, string>,
    private readonly patience: number,
  ) {
    super(options);
  }

  override authenticateRequest(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return inTime(super.authenticateRequest(activity, authorization).finally(forgetTenants), this.patience, giveUp);
  }
}

const issuers = ToBotFromBotOrEmulatorTokenValidationParameters.issuer as string[];
const knownIssuers = issuers.length;

/** Safe beside other requests: the SDK adds the tenant of a token to the list and copies the list for its check in one go. */
function forgetTenants(): void {
  issuers.length = knownIssuers;
}

function giveUp(): never {
  throw new AuthenticationError('The keys did not arrive in time.', 503);
}

function singleTenant({ appId, appPassword, tenantId }: Credentials, authority: Authority | undefined): Record<string, string> {
  return {
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: tenantId,
    ...(authority ? publicCloud(authority) : {}),
  };
}

/** The SDK's own constants but for the keys: as soon as one of these is given, it takes all of them from here and fills in none. */
function publicCloud({ openIdMetadata }: Authority): Record<string, string> {
  const { ToChannelFromBotLoginUrl, ToChannelFromBotOAuthScope, ToBotFromChannelTokenIssuer, OAuthUrl } = AuthenticationConstants;
  return {
    ToChannelFromBotLoginUrl,
    ToChannelFromBotOAuthScope,
    ToBotFromChannelTokenIssuer,
    OAuthUrl,
    ToBotFromChannelOpenIdMetadataUrl: openIdMetadata,
    ToBotFromEmulatorOpenIdMetadataUrl: openIdMetadata,
    CallerId: CallerIdConstants.PublicAzureChannel,
  };
}
