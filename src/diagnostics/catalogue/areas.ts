/** What the codes of each area are about: the part before the slash. */
const areas: ReadonlyMap<string, string> = new Map([
  ['project', 'The project as a whole: mcpgen.yaml and its folders'],
  ['yaml', 'YAML that cannot be read, or not without doubt'],
  ['limits', 'More than a build takes on'],
  ['manifest', 'The shape of manifests and of mcpgen.yaml'],
  ['protocol', 'What of MCP a server speaks'],
  ['authorization', 'Who may call a server, and what for'],
  ['names', 'Names of tools, workflows, resources, prompts and shared schemas'],
  ['schema', 'JSON Schemas of the contract'],
  ['text', 'Texts that are not what they look like'],
  ['semantics', 'What a tool is said to mean and to change'],
  ['dependencies', 'What a tool needs in order to work'],
  ['resources', 'URIs and URI templates of resources'],
  ['prompts', 'Prompts and their arguments'],
  ['examples', 'Example calls'],
  ['ask', 'What handlers may ask their clients for'],
  ['composition', 'Which tools feed which'],
  ['workflow', 'Workflows and their steps'],
  ['tasks', 'Calls that become tasks'],
  ['handlers', 'The files that do what the tools promise'],
  ['output', 'Generated files, and writing them'],
  ['import', 'Taking over the tools of an existing server'],
  ['lint', 'Rules of style and safety, which mcpgen.yaml can change or turn off'],
]);

export function areaOf(code: string): string {
  return code.slice(0, code.indexOf('/'));
}

/** What an area is about, in a few words. Every area in use has them (a test sees to it). */
export function titleOfArea(area: string): string {
  const title = areas.get(area);
  if (title === undefined) throw new Error(`the area ${area} has no title`);
  return title;
}
