/** Bundles the command and the library into a folder, which is emptied first. */
export function build(folder: string): Promise<void>;
