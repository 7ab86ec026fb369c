import { isObject } from '../model/json.ts';
import type { Change, FieldChange, Plan, Registered } from '../model/plan.ts';

type Hide = (text: string) => string;

const hidden = (value: unknown, hide: Hide): unknown => {
  if (typeof value === 'string') return hide(value);
  if (Array.isArray(value)) return value.map((item) => hidden(item, hide));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [hide(key), hidden(member, hide)]));
};

const hiddenField = (field: FieldChange, hide: Hide): FieldChange =>
  'secret' in field ? field : { ...field, field: hide(field.field), before: hidden(field.before, hide) };

const hiddenRegistered = (registered: Registered, hide: Hide): Registered => ({
  ...registered,
  name: hide(registered.name),
  url: hide(registered.url),
});

const hiddenChange = (change: Change, hide: Hide): Change => {
  switch (change.action) {
    case 'create':
    case 'conflict':
      return change;
    case 'unchanged':
    case 'delete':
      return { ...change, registered: hiddenRegistered(change.registered, hide) };
    case 'update':
    case 'replace':
      return {
        ...change,
        registered: hiddenRegistered(change.registered, hide),
        fields: change.fields.map((field) => hiddenField(field, hide)),
      };
  }
};

/** A plan without the secrets of the run: what a registry shows of a registration may repeat what it was given. */
export const hidePlan = (plan: Plan, hide: Hide): Plan => ({
  ...plan,
  changes: plan.changes.map((change) => hiddenChange(change, hide)),
  ...(plan.drift === undefined
    ? {}
    : { drift: plan.drift.map((drift) => ({ ...drift, fields: drift.fields.map(hide) })) }),
  problems: plan.problems.map((problem) => ({ ...problem, text: hide(problem.text) })),
});
