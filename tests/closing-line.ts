import type { Reporter, TestModule } from 'vitest/node';

/** Ends the run with one plain line, and names every skipped check loudly: a skipped check is not a passed one. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    let passed = 0;
    let failed = unhandled.length;
    const skipped: string[] = [];
    for (const module of modules) {
      if (module.errors().length > 0) failed += 1;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'failed') failed += 1;
        else skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
      }
    }
    for (const name of skipped) console.log(`!! SKIPPED: ${name}`);
    if (skipped.length > 0 && process.env.CI) {
      console.log(`!! In CI nothing may be skipped: ${skipped.length} checks did not run.`);
      process.exitCode = 1;
    }
    console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`);
  }
}
