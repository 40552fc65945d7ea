package fr.suiviclauses.compte;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;

interface StructureRepository extends JpaRepository<Structure, Long> {

    Optional<Structure> findFirstByOrderById();

    Optional<Structure> findFirstByDateDemonstrationIsNotNullOrderById();
}
