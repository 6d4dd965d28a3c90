// current_link.ts - on phones the menus scroll sideways: the link of the page that is open is brought into view.

export function showCurrentLinks(): void {
    for (const link of document.querySelectorAll<HTMLElement>('nav [aria-current="page"]')) {
        const menu = link.closest<HTMLElement>("nav");
        if (!menu || menu.scrollWidth <= menu.clientWidth) continue;
        const shift = link.getBoundingClientRect().left - menu.getBoundingClientRect().left;
        menu.scrollLeft += shift - (menu.clientWidth - link.offsetWidth) / 2;
    }
}
