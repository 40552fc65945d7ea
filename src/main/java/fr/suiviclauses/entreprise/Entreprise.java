package fr.suiviclauses.entreprise;

import fr.suiviclauses.referentiel.TypeEntreprise;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Any company, known by its SIREN; one without is known by its name alone. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Entreprise {

    @Id
    @GeneratedValue(generator = "entreprise_seq")
    @SequenceGenerator(name = "entreprise_seq", sequenceName = "entreprise_seq")
    private Long id;

    private long structureId;
    private @Nullable String siren;
    private String nom;

    @Enumerated(EnumType.STRING)
    private TypeEntreprise type;

    private boolean actif = true;

    /** The company that this one was merged into; null for one that stands for itself. */
    private @Nullable Long fusionneDans;

    @Version
    private int version;

    Entreprise(long structureId, Saisie saisie) {
        this.structureId = structureId;
        change(saisie);
    }

    final void change(Saisie saisie) {
        nom = saisie.nom();
        siren = saisie.siren();
        type = saisie.type();
    }

    void activate(boolean actif) {
        this.actif = actif;
    }
}
