package fr.suiviclauses.bilan.chiffres;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A figure declared for several structures together: shown beside, never added to the structure's own hours. */
public record AgregatDeclare(
        String libelle,
        int annee,
        @Nullable BigDecimal heures,
        @Nullable Long beneficiaires,
        @Nullable Long operations,
        @Nullable BigDecimal etp,
        @Nullable BigDecimal objectif,
        @Nullable String source) {}
