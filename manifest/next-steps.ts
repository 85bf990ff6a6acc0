import { appLink, chatLink } from '../bot/teams/links.js';

/** What is printed once the package is written. */
export function nextSteps(file: string, appId: string): string {
  return `${file}

Upload it
  for everybody:  Teams admin center (admin.teams.microsoft.com) > Teams apps > Manage apps > Actions > Upload new app
  to try it:      Teams > Apps > Manage your apps > Upload an app > Upload a custom app
Then share
  the app:        ${appLink(appId)}
                  (uploaded for everybody: with the App ID that the admin center shows in place of this id)
  the chat:       ${chatLink(appId)}
Then check        npm run doctor
A later package is an update if "version" in package.json is higher. What the bot answers changes without a new package.`;
}
