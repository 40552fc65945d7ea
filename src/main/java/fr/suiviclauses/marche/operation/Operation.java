package fr.suiviclauses.marche.operation;

import fr.suiviclauses.referentiel.TypeOperation;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;
import org.jspecify.annotations.Nullable;

/** Groups marchés over several buyers and years, with an objective of its own in hours. */
@Entity
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
public class Operation {

    @Id
    @GeneratedValue(generator = "operation_seq")
    @SequenceGenerator(name = "operation_seq", sequenceName = "operation_seq")
    private Long id;

    private long structureId;
    private String nom;

    @Enumerated(EnumType.STRING)
    private TypeOperation type;

    /** In hours; null: none was set. */
    private @Nullable BigDecimal objectif;

    private boolean actif = true;

    @Version
    private int version;

    Operation(long structureId, String nom, TypeOperation type, @Nullable BigDecimal objectif) {
        this.structureId = structureId;
        this.nom = nom;
        this.type = type;
        this.objectif = objectif;
    }

    void change(String nom, TypeOperation type, @Nullable BigDecimal objectif) {
        this.nom = nom;
        this.type = type;
        this.objectif = objectif;
    }

    void activate(boolean actif) {
        this.actif = actif;
    }
}
