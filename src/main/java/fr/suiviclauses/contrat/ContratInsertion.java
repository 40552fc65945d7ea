package fr.suiviclauses.contrat;

import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** A work contract. Employer (say an ETTI), holder of the marché and place of work differ: all three are stored. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class ContratInsertion {

    @Id
    @GeneratedValue(generator = "contrat_insertion_seq")
    @SequenceGenerator(name = "contrat_insertion_seq", sequenceName = "contrat_insertion_seq")
    private Long id;

    private long structureId;
    private @Nullable String reference;
    private long beneficiaireId;
    private long employeurId;
    private @Nullable Long titulaireId;
    private @Nullable String lieu;

    @Enumerated(EnumType.STRING)
    private Modalite modalite;

    @Enumerated(EnumType.STRING)
    private @Nullable TypeContrat type;

    private LocalDate debut;
    private @Nullable LocalDate fin;

    @Version
    private int version;

    ContratInsertion(long structureId, Saisie saisie) {
        this.structureId = structureId;
        change(saisie);
    }

    final void change(Saisie saisie) {
        reference = saisie.reference();
        beneficiaireId = saisie.beneficiaireId();
        employeurId = saisie.employeurId();
        titulaireId = saisie.titulaireId();
        lieu = saisie.lieu();
        modalite = saisie.modalite();
        type = saisie.type();
        debut = saisie.debut();
        fin = saisie.fin();
    }
}
