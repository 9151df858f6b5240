/** What everybody who answers a ticket keeps to. */
export const houseRules = `# House rules

1. Look for an older ticket about the same matter before you open one.
2. Quote the help article that you rely on.
3. Say what happens next, and by when.
4. Never promise a refund: the team billing decides.
`;
