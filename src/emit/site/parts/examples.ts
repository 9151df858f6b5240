import type { JsonValue } from '../../../json.js';
import type { Example } from '../../../manifest/manifest.generated.js';
import type { ToolModel } from '../../../model/model.js';
import { type Html, html, nothing } from '../html/html.js';
import { jsonCode } from '../html/json-code.js';
import { code, paragraphs, text } from '../html/text.js';

/** Every example of a tool: those of its documentation, and those of its capabilities. */
export function examplesOf({ documentation, semantics }: ToolModel): Html[] {
  return [
    ...(documentation?.examples ?? []).map((example) => renderExample(example)),
    ...(semantics?.capabilities ?? []).flatMap(({ type, examples = [] }) =>
      examples.map((example) => renderExample(example, type)),
    ),
  ];
}

function renderExample({ name, description, input, answers, output, error }: Example, capability?: string): Html {
  const shows = capability === undefined ? nothing : html`<p class="shows">Shows ${code(capability)}</p>`;
  const result =
    error !== undefined
      ? html`<div class="io is-error"><p>Fails with</p><pre tabindex="0"><code>${text(error)}</code></pre></div>`
      : output === undefined
        ? nothing
        : block('Result', output as JsonValue);
  return html`<div class="example">
<h3>${text(name)}</h3>
${shows}${description === undefined ? nothing : paragraphs(description)}<div class="call">${block('Input', input as JsonValue)}${answers === undefined ? nothing : block('The client answers', answers as JsonValue)}${result}</div>
</div>
`;
}

function block(label: string, value: JsonValue): Html {
  return html`<div class="io"><p>${text(label)}</p><pre tabindex="0"><code>${jsonCode(value)}</code></pre></div>`;
}
