package fr.suiviclauses.compte;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Structure facilitatrice: the tenant that owns all data below it. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Structure {

    @Id
    @GeneratedValue(generator = "structure_seq")
    @SequenceGenerator(name = "structure_seq", sequenceName = "structure_seq")
    private Long id;

    private String nom;

    /** Fixed business date of a demonstration, null elsewhere. */
    private @Nullable LocalDate dateDemonstration;

    Structure(String nom, @Nullable LocalDate dateDemonstration) {
        this.nom = nom;
        this.dateDemonstration = dateDemonstration;
    }
}
