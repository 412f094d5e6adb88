// Beside an incident of type `outbound` in Cockpit: sends the act again. The engine's own retry serves failed jobs only.

import { get, post } from '/assets/api.js';

const outboundIncident = {
  id: 'thutuc-outbound-incident',
  pluginPoint: 'cockpit.incident.action',
  priority: 60,
  async render(node, { incidentId }) {
    try {
      await get(`/outbound/incidents/${encodeURIComponent(incidentId)}`);
    } catch {
      return; // Another kind of incident.
    }
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'btn btn-default action-button';
    button.title = 'Send this act again (Gửi lại)';
    button.setAttribute('aria-label', button.title);
    const icon = document.createElement('span');
    icon.className = 'glyphicon glyphicon-repeat';
    icon.setAttribute('aria-hidden', 'true');
    button.append(icon);
    const said = document.createElement('span');
    said.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        await post(`/outbound/incidents/${encodeURIComponent(incidentId)}/retry`);
        said.textContent = ' Put back: it is sent again';
      } catch (problem) {
        button.disabled = false;
        said.textContent = ` ${problem.message}`;
      }
    });
    node.append(button, said);
  }
};

export default [outboundIncident];
