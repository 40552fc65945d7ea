package fr.suiviclauses.echange.depot;

import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import java.time.LocalTime;
import java.util.function.LongPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is done with deposits outside requests; a task's instance is the deposit's id. */
@Configuration(proxyBeanMethods = false)
class DepotConfig {

    static final TaskDescriptor<Void> VERIFICATION = TaskDescriptor.of("depot-verification");
    static final TaskDescriptor<Void> ECRITURE = TaskDescriptor.of("depot-ecriture");
    private static final TaskDescriptor<Void> MENAGE = TaskDescriptor.of("depot-menage");
    private static final Duration ATTENTE = Duration.ofSeconds(2);
    private static final LocalTime LA_NUIT = LocalTime.of(3, 15);

    @Bean
    CustomTask<Void> depotVerification(DepotTravail travail) {
        return task(VERIFICATION, travail::check);
    }

    @Bean
    CustomTask<Void> depotEcriture(DepotTravail travail) {
        return task(ECRITURE, travail::write);
    }

    /** Done once, or tried again a little later when it says that its turn has not come. */
    private static CustomTask<Void> task(TaskDescriptor<Void> tache, LongPredicate travail) {
        return Tasks.custom(tache)
                .execute((instance, contexte) -> travail.test(Long.parseLong(instance.getId()))
                        ? new OnCompleteRemove<>()
                        : (fin, execution) ->
                                execution.reschedule(fin, fin.getTimeDone().plus(ATTENTE)));
    }

    @Bean
    RecurringTask<Void> depotMenage(DepotTravail travail) {
        return Tasks.recurring(MENAGE, Schedules.daily(LA_NUIT)).execute((tache, contexte) -> travail.clean());
    }
}
