package fr.suiviclauses.donneurordre;

import fr.suiviclauses.referentiel.NatureDonneurOrdre;
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

/** A buyer's reporting account. Its nature is entered, never derived. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class DonneurOrdre {

    @Id
    @GeneratedValue(generator = "donneur_ordre_seq")
    @SequenceGenerator(name = "donneur_ordre_seq", sequenceName = "donneur_ordre_seq")
    private Long id;

    private long structureId;
    private String nom;

    @Enumerated(EnumType.STRING)
    private NatureDonneurOrdre nature;

    private boolean actif = true;

    /** The buyer that this one was merged into; null for one that stands for itself. */
    private @Nullable Long fusionneDans;

    @Version
    private int version;

    DonneurOrdre(long structureId, String nom, NatureDonneurOrdre nature) {
        this.structureId = structureId;
        this.nom = nom;
        this.nature = nature;
    }

    void rename(String nom, NatureDonneurOrdre nature) {
        this.nom = nom;
        this.nature = nature;
    }

    void activate(boolean actif) {
        this.actif = actif;
    }

    void absorbedBy(@Nullable Long garde) {
        this.fusionneDans = garde;
        this.actif = garde == null;
    }
}
