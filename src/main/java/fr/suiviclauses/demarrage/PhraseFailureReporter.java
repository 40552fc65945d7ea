package fr.suiviclauses.demarrage;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Says why the program did not start: our failures in their one sentence, the others as Boot words them. */
class PhraseFailureReporter implements FailureAnalysisReporter {

    @Override
    public void report(FailureAnalysis analysis) {
        if (analysis.getDescription().isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(System.lineSeparator()).append(analysis.getDescription());
        if (analysis.getAction() != null) {
            text.append(System.lineSeparator()).append(System.lineSeparator()).append(analysis.getAction());
        }
        System.err.println(text);
    }
}
