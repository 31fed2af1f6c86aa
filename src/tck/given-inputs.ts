import { isContext } from '../feel/functions/shapes.ts';
import type { Model, ModelInput } from '../library/models.ts';

/**
 * The inputs of a test case as those of models: an input of an imported model may be given by its namespace, or inside a
 * context that has the name of the import.
 */
export function givenInputs(model: Model, inputs: readonly ModelInput[]): readonly ModelInput[] {
  return inputs.flatMap((input) => {
    const imported = input.namespace === undefined ? model.imports.get(input.name) : undefined;
    if (imported === undefined || !isContext(input.value)) return [input];
    const within = [...input.value].map(([name, value]) => ({ name, value }));
    return givenInputs(imported, within).map((one) => ({ namespace: imported.tree.namespace, ...one }));
  });
}
