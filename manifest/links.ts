/** What is printed once the package is written. */
export function nextSteps(file: string, appId: string): string {
  return `${file}

Upload it
  for everybody:  Teams admin center (admin.teams.microsoft.com) > Teams apps > Manage apps > Actions > Upload new app
  to try it:      Teams > Apps > Manage your apps > Upload an app > Upload a custom app
Then share
  the app:        ${shareLink(appId)}
                  (uploaded for everybody: with the App ID that the admin center shows in place of this id)
  the chat:       ${chatLink(appId)}
Then check        npm run doctor
A later package is an update if "version" in package.json is higher. What the bot answers changes without a new package.`;
}

/** Opens the page from which a person adds the app. */
function shareLink(appId: string): string {
  return `https://teams.microsoft.com/l/app/${appId}`;
}

/** Opens a chat with the bot. */
function chatLink(botId: string): string {
  return `https://teams.microsoft.com/l/chat/0/0?users=28:${botId}`;
}
