// sticky_action.ts - on phones the action at the bottom goes away while the form or the hero's own button is in view.

const kAboveTheBar = "0px 0px -12% 0px"; // what the bar itself covers is not in view

export function hideStickyActionWhenNotNeeded(): void {
    const bar = document.querySelector<HTMLElement>("[data-sticky-action]");
    if (!bar) return;
    const others = document.querySelectorAll(".petition-hero__action, .petition__sign, .site-footer");
    const inView = new Set<Element>();
    const observer = new IntersectionObserver((entries) => {
        for (const entry of entries) {
            if (entry.isIntersecting) inView.add(entry.target);
            else inView.delete(entry.target);
        }
        bar.classList.toggle("petition-sticky--away", inView.size > 0);
    }, { rootMargin: kAboveTheBar });
    others.forEach((other) => observer.observe(other));
}
