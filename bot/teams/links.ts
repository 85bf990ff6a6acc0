/** Opens the page from which a person adds the app. */
export function appLink(appId: string): string {
  return `https://teams.microsoft.com/l/app/${appId}`;
}

/** Opens a chat with the bot. */
export function chatLink(botId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
}
