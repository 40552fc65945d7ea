package fr.suiviclauses.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of PostgreSQL's log with their durations. */
record JournalSql(List<JournalSql.Instruction> instructions) {

    private static final Pattern BEGINS = Pattern.compile("LOG: {2}duration: ([0-9.]+) ms {2}(?:[^:]*): (.*)");

    record Instruction(double milliseconds, String sql) {

        boolean writes(String table) {
            return sql.matches("(?is).*\\b(insert into|update|copy) " + table + "\\b.*");
        }
    }

    static JournalSql of(List<String> lines) {
        List<Instruction> instructions = new ArrayList<>();
        double milliseconds = 0;
        StringBuilder sql = new StringBuilder();
        for (String line : lines) {
            Matcher begins = BEGINS.matcher(line);
            boolean found = begins.find();
            if (found || !line.startsWith("\t")) {
                if (!sql.isEmpty()) {
                    instructions.add(new Instruction(milliseconds, sql.toString()));
                }
                sql.setLength(0);
            }
            if (found) {
                milliseconds = Double.parseDouble(begins.group(1));
                sql.append(begins.group(2));
            } else if (!sql.isEmpty()) {
                sql.append('\n').append(line);
            }
        }
        if (!sql.isEmpty()) {
            instructions.add(new Instruction(milliseconds, sql.toString()));
        }
        return new JournalSql(instructions);
    }

    /** In seconds. */
    double total(Predicate<Instruction> which) {
        return instructions.stream()
                        .filter(which)
                        .mapToDouble(Instruction::milliseconds)
                        .sum()
                / 1000;
    }
}
