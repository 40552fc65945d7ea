package fr.suiviclauses.agregat;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** What several structures declare together for a year (rule 11 of the field): null where a figure was not declared. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class AgregatDeclare {

    @Id
    @GeneratedValue(generator = "agregat_declare_seq")
    @SequenceGenerator(name = "agregat_declare_seq", sequenceName = "agregat_declare_seq")
    private Long id;

    private long structureId;
    private String libelle;
    private short annee;
    private @Nullable BigDecimal heures;
    private @Nullable Integer beneficiaires;
    private @Nullable Integer operations;
    private @Nullable BigDecimal etp;
    private @Nullable BigDecimal objectif;
    private @Nullable String source;

    @Version
    private int version;

    AgregatDeclare(long structureId, Saisie saisie) {
        this.structureId = structureId;
        change(saisie);
    }

    final void change(Saisie saisie) {
        libelle = saisie.libelle();
        annee = (short) saisie.annee();
        heures = saisie.heures();
        beneficiaires = saisie.beneficiaires();
        operations = saisie.operations();
        etp = saisie.etp();
        objectif = saisie.objectif();
        source = saisie.source();
    }
}
