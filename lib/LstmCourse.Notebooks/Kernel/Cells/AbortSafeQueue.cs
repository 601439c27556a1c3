namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// A queue with one writer, which may be aborted at any instruction, and one reader at a time. The writer holds no lock and makes an item
/// visible by a single write.
/// </summary>
internal sealed class AbortSafeQueue<T>
{
    private Node _last;
    private Node _taken;
    private long _added;
    private long _removed;

    public AbortSafeQueue() => _last = _taken = new Node(default!, 0);

    /// <summary>The weight of all items that wait. Exact for the writer.</summary>
    public long Weight => _added - Volatile.Read(ref _removed);

    /// <summary>Adds an item; for the writer only.</summary>
    public void Add(T item, int weight)
    {
        // An abort between the two writes below leaves _last one behind; this heals it.
        while (_last.Next is { } next) _last = next;
        var node = new Node(item, weight);
        _last.Next = node;
        _last = node;
        _added += weight;
    }

    /// <summary>Takes the oldest item; for one reader at a time.</summary>
    public bool TryTake(out T item)
    {
        if (_taken.Next is not { } node)
        {
            item = default!;
            return false;
        }

        item = node.Item;
        node.Item = default!;
        _taken = node;
        Volatile.Write(ref _removed, _removed + node.Weight);
        return true;
    }

    private sealed class Node(T item, int weight)
    {
        private volatile Node? _next;

        public T Item { get; set; } = item;

        public int Weight => weight;

        public Node? Next
        {
            get => _next;
            set => _next = value;
        }
    }
}
