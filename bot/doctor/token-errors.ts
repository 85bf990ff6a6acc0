/** What Microsoft answers where it gives no token, by number: what is wrong, and what to do. */
const ERRORS: Readonly<Record<string, readonly [wrong: string, todo: string]>> = {
  7000215: ['BOT_PASSWORD is wrong', 'make a new client secret in the app registration and put its "Value" (not its "Secret ID") there.'],
  7000222: ['BOT_PASSWORD has expired', 'make a new client secret in the app registration, put its "Value" there and restart the bot.'],
  700016: [
    'this tenant has no app BOT_ID',
    'compare BOT_ID and TENANT_ID with the overview of the app registration: one of them is of another.',
  ],
  7000229: [
    'the app has no service principal in this tenant',
    'open the app registration in the Azure portal and follow "Create service principal" beside "Managed application".',
  ],
  7000112: ['the app is disabled', 'enable it in Microsoft Entra ID > Enterprise applications.'],
  90002: ['there is no tenant TENANT_ID', 'put the directory (tenant) id from the overview of the app registration there.'],
  900023: ['TENANT_ID is no tenant', 'put the directory (tenant) id from the overview of the app registration there.'],
  53003: ['a Conditional Access policy blocks the bot', 'ask whoever looks after Microsoft Entra ID to exempt the app.'],
};

/** The number in what Microsoft answered, explained; null where it has none. */
export function explainTokenError(body: string): { wrong: string; todo: string } | null {
  const number = /AADSTS(\d+)/.exec(body)?.[1];
  if (number === undefined) return null;
  const [wrong, todo] = ERRORS[number] ?? [
    'Microsoft gives the bot no token',
    `see https://login.microsoftonline.com/error?code=${number}`,
  ];
  return { wrong: `${wrong} (AADSTS${number})`, todo };
}
