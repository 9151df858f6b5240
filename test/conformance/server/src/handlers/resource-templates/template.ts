import type { TemplateTemplateHandler } from '../../../generated/server/handler.js';

export const resourceTemplate = 'template';

const templateTemplateHandler: TemplateTemplateHandler = ({ id }) =>
  JSON.stringify({ id, templateTest: true, data: `Data for ID: ${id}` });

export default templateTemplateHandler;
