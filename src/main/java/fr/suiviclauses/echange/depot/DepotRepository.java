package fr.suiviclauses.echange.depot;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface DepotRepository extends JpaRepository<Depot, Long> {

    /** A deposit and the names of who made it, who confirmed it and who cancelled it; null: the program itself, nobody. */
    record Signe(
            Depot depot,
            @Nullable String auteur,
            @Nullable String confirmeur,
            @Nullable String annuleur) {}

    /** Nobody else changes it until the transaction ends: two clicks are one. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Depot> findLockedByStructureIdAndId(long structureId, long id);

    /** The same, for the program's own work. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Depot> findLockedById(long id);

    @Query("""
            select d, a.nom, c.nom, n.nom from Depot d
              left join Utilisateur a on a.id = d.deposePar left join Utilisateur c on c.id = d.confirmePar
              left join Utilisateur n on n.id = d.annulePar
             where d.structureId = :structureId and d.id = :id""")
    Optional<Signe> findSigned(long structureId, long id);

    @Query(value = """
            select d, a.nom, c.nom, n.nom from Depot d
              left join Utilisateur a on a.id = d.deposePar left join Utilisateur c on c.id = d.confirmePar
              left join Utilisateur n on n.id = d.annulePar
             where d.structureId = :structureId
             order by d.deposeLe desc, d.id desc""", countQuery = "select count(*) from Depot d where d.structureId = :structureId")
    Page<Signe> findAllSigned(long structureId, Pageable page);

    /** Other imports of the same bytes, the last first. */
    @Query("""
            select d from Depot d
             where d.structureId = :structureId and d.empreinte = :empreinte and d.genre = :genre
               and d.etat = EtatDepot.TERMINE and d.id <> :saufId
             order by d.finiLe desc""")
    List<Depot> findImported(long structureId, String empreinte, GenreDepot genre, long saufId, Limit limit);

    @Modifying
    @Query("update Depot d set d.etape = :etape where d.id = :id")
    void setEtape(long id, String etape);

    @Modifying
    @Query("update Depot d set d.lignesLues = :lignes where d.id = :id")
    void setLignesLues(long id, int lignes);

    /** Those that nobody confirmed in time. */
    @Modifying
    @Query("""
            update Depot d set d.etat = EtatDepot.ABANDONNE, d.finiLe = :maintenant
             where d.etat = EtatDepot.A_CONFIRMER and d.deposeLe < :avant""")
    int abandonBefore(Instant avant, Instant maintenant);
}
